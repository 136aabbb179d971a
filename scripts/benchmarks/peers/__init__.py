"""What others would write for the job that Glovebox does."""
