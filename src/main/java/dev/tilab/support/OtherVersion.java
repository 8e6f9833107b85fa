package dev.tilab.support;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.AbstractResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/** Finds the file that is meant by an address with the version of another build before it. */
final class OtherVersion extends AbstractResourceResolver {

    private final String folder;

    /** @param folder that stands behind the version in the address, and is the location already */
    OtherVersion(String folder) {
        this.folder = "/" + folder + "/";
    }

    @Override
    protected @Nullable Resource resolveResourceInternal(
            @Nullable HttpServletRequest request,
            String path,
            List<? extends Resource> locations,
            ResourceResolverChain chain) {
        int file = path.indexOf(folder);
        return file < 0 ? null : chain.resolveResource(request, path.substring(file + folder.length()), locations);
    }

    /** Nobody is led to another build's address. */
    @Override
    protected @Nullable String resolveUrlPathInternal(
            String path, List<? extends Resource> locations, ResourceResolverChain chain) {
        return null;
    }
}
