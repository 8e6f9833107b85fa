/**
 * A cloud to build labs from: the {@link dev.tilab.cloud.Region} is one world with its clock, its chance, its zones, its faults and
 * its log; components live in the packages below, are built with a region and the ports that they use, and know no lab.
 */
@NullMarked
package dev.tilab.cloud;

import org.jspecify.annotations.NullMarked;
