/**
 * What an Application Load Balancer decides by once it has opened a request: {@link dev.tilab.cloud.balancer.listener.Rules}, as a
 * person writes them ({@link dev.tilab.cloud.balancer.listener.RuleText}). Pure functions of the request.
 */
@NullMarked
package dev.tilab.cloud.balancer.listener;

import org.jspecify.annotations.NullMarked;
