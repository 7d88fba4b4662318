"""Client classes, their credentials, servers, resources and webhooks."""
