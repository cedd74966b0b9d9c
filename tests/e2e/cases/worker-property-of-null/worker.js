onmessage = ({ data }) => {
  null[data]; // @read
};
