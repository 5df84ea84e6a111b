"""What is sent into the engine; never imported by the program itself."""
