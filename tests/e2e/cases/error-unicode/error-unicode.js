throw new Error('💥 שגיאה مرحبا Ünïcödé \u202eabc\u202c \u0007 <img src=x onerror=alert(1)>'); // @throw
