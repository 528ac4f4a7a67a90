namespace EdgeGateway.Drivers.Viid;

/// <summary>A path below <c>/VIID</c>: resource and what stands behind it; compared without letter case.</summary>
/// <param name="Resource">For example <c>MotorVehicles</c>; empty for the root itself.</param>
/// <param name="Rest">Behind it, without slashes around; empty when nothing is.</param>
public readonly record struct ViidPath(string Resource, string Rest)
{
    /// <param name="path">The whole path, percent-decoded.</param>
    public static ViidPath Of(string path)
    {
        string below = path.Trim('/');
        int root = below.IndexOf('/', StringComparison.Ordinal);
        below = root < 0 ? string.Empty : below[(root + 1)..].Trim('/');
        int slash = below.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? new ViidPath(below, string.Empty) : new ViidPath(below[..slash], below[(slash + 1)..]);
    }

    public bool Is(string resource) => Resource.Equals(resource, StringComparison.OrdinalIgnoreCase);

    public bool Is(string resource, string rest) => Is(resource) && Rest.Equals(rest, StringComparison.OrdinalIgnoreCase);
}
