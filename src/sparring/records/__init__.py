"""What has happened: append-only attempts, marks, interviews as events. The only room with tables; frozen values go in and come out."""
