/**
 * Load balancers: the {@link dev.tilab.cloud.balancer.LoadBalancer} has a node in each of its zones behind one name, checks its
 * targets and passes requests on to those that it believes healthy. It knows of a target its zone, what takes requests there, and how to ask whether it is well.
 */
@NullMarked
package dev.tilab.cloud.balancer;

import org.jspecify.annotations.NullMarked;
