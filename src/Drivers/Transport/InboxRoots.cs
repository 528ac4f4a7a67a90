using System.Collections.Concurrent;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Transport;

/// <summary>The shared roots and who has a part of them.</summary>
internal sealed class InboxRoots(HttpInboxOptions options)
{
    private readonly ConcurrentDictionary<string, InboxRoot> _roots = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<(InboxRoot Root, string Identity), InboxRootDoor> _doors = new();

    /// <summary>A second opening by the same device takes over from the first.</summary>
    /// <exception cref="DeviceFaultException"><c>Misconfigured</c>: another device answers for this identity.</exception>
    public IDisposable Open(InboxClaim claim)
    {
        var door = new InboxRootDoor(claim, options);
        _doors.AddOrUpdate((claim.Root, claim.Identity), door, (_, before) => IsFree(before, claim) ? door : throw Taken(before));
        _roots[claim.Root.Name] = claim.Root;
        return door;
    }

    /// <returns>The root that this path lies below, or null.</returns>
    public InboxRoot? Find(string path)
    {
        if (_roots.IsEmpty)
        {
            return null;
        }

        int start = path.StartsWith('/') ? 1 : 0;
        int end = path.IndexOf('/', start);
        return _roots.GetValueOrDefault(end < 0 ? path[start..] : path[start..end]);
    }

    public InboxRootDoor? Find(InboxRoot root, string identity) => _doors.GetValueOrDefault((root, identity));

    /// <returns>One that is open and answers requests of nobody in particular, or null.</returns>
    public InboxRootDoor? Any(InboxRoot root) =>
        _doors.Values.Where(door => door.Claim.Root == root && door.IsOpen && door.Claim.Anonymous is not null).MinBy(door => door.Claim.Device, StringComparer.Ordinal);

    private static bool IsFree(InboxRootDoor before, InboxClaim claim) => !before.IsOpen || before.Claim.Device == claim.Device;

    private static DeviceFaultException Taken(InboxRootDoor before) =>
        new(FaultKind.Misconfigured, $"The device \"{before.Claim.Device}\" has the same identity {before.Claim.Identity}; each needs its own.");
}
