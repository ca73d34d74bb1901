"""Settings by place of use: `dev`, `test` and `production`; `base` is common to all."""
