throw new Error("The Builder loaded a test file");
