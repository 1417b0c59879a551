"""The REST API: tokens with scopes, and the endpoints, which call the same queries and actions as the pages."""
