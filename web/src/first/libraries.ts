// What runs before everything else, in a file and so in a task of its own.
import "react";
import "react/jsx-runtime";
import "react-dom";
import "react-dom/client";
