"""Addresses of no app."""

from house.addresses import OPEN, Address, nothing

ADDRESSES = {
    "theme": Address(OPEN, nothing, post={"giao_dien": "dark"}),
    "health": Address(OPEN, nothing),
}
