"""What others run: the Python client here, the TypeScript client in `ts/`. They speak the public protocol and know no room."""
