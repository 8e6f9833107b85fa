package dev.tilab.cloud.network;

/**
 * A part of a VPC in one zone.
 *
 * @param zone number of its Availability Zone, from 0
 * @param block its addresses
 * @param toInternet whether its route table has 0.0.0.0/0 to an internet gateway: without it no packet comes from outside, and no
 * answer goes there (AWS, Amazon VPC, "Enable internet access for a VPC using an internet gateway")
 * @param acl its network ACL
 */
public record Subnet(int zone, Cidr block, boolean toInternet, NetworkAcl acl) {}
