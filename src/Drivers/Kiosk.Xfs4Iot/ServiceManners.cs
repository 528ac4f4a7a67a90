using EdgeGateway.Protocol.Xfs4Iot;

namespace EdgeGateway.Drivers.Kiosk.Xfs4Iot;

/// <summary>
/// When one service may be asked again, and in which version (kiosk.md sections 1.3 and 1.4): a careless gateway can take a kiosk down.
/// One conversation at a time uses it.
/// </summary>
internal sealed class ServiceManners
{
    /// <summary>Between two of the same command, whatever happens between them.</summary>
    public static readonly TimeSpan LeastPause = TimeSpan.FromSeconds(10);

    private readonly Dictionary<XfsCommand, long> _sent = [];
    private readonly Dictionary<XfsCommand, XfsVersion> _versions = [];
    private XfsCapabilities? _capabilities;

    public XfsVersion Version(XfsCommand command) => _versions.GetValueOrDefault(command, XfsVersion.First);

    public void Sent(XfsCommand command, TimeProvider time) => _sent[command] = time.GetTimestamp();

    /// <summary>How long it must wait, zero or more.</summary>
    public TimeSpan Pause(XfsCommand command, TimeProvider time)
    {
        var left = _sent.TryGetValue(command, out long at) ? LeastPause - time.GetElapsedTime(at) : TimeSpan.Zero;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>What works stays where it is offered.</summary>
    public void Learn(XfsCapabilities capabilities)
    {
        _capabilities = capabilities;
        foreach (var command in (XfsCommand[])[XfsCommand.Status, XfsCommand.GetStorage])
        {
            bool isOffered = capabilities.Versions.TryGetValue(command.Name, out var all) && all.Contains(Version(command));
            if (!isOffered && capabilities.Newest(command) is { } newest)
            {
                _versions[command] = newest;
            }
        }
    }

    /// <summary>It does not know this version: the next lower is tried, once.</summary>
    /// <returns>False: it is not offered at all.</returns>
    public bool StepDown(XfsCommand command)
    {
        var refused = Version(command);
        var next = _capabilities?.Offers(command) == true ? _capabilities.Below(command, refused) : refused.Major > XfsVersion.Older.Major ? XfsVersion.Older : null;
        if (next is { } version)
        {
            _versions[command] = version;
            return true;
        }

        // A service that was brought up to date is asked anew, as if nothing were known of it.
        _versions.Remove(command);
        return false;
    }
}
