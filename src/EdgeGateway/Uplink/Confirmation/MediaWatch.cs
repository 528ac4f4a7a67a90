using EdgeGateway.Store;
using EdgeGateway.Uplink.Downlink;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Uplink.Confirmation;

/// <summary>
/// Sends files again that a broker took and no receipt names: it may have dropped them. Only while a platform that names
/// files is there, and with a patience that doubles until a receipt names anything. Called from one loop.
/// </summary>
/// <remarks>Each file doubles its own wait as well: a platform that is slow and alive would otherwise be sent everything once a patience.</remarks>
public sealed class MediaWatch(
    IMediaStore media, Delivery delivery, PlatformPresence presence, ConfirmationLimits limits, TimeProvider time, ILogger<MediaWatch> log)
{
    private TimeSpan _patience = limits.ReceiptPatience;
    private long? _thereSince;
    private long? _loggedAt;
    private long _named;
    private int _untold;

    public void Look()
    {
        if (!delivery.Mode.MediaByPlatform || !presence.NamesFiles)
        {
            _thereSince = null;
            return;
        }

        _thereSince ??= time.GetTimestamp();
        if (_named != delivery.Media.Named)
        {
            (_named, _patience) = (delivery.Media.Named, limits.ReceiptPatience);
        }

        var waited = _patience;
        int again = delivery.Media.Overdue(waited, _thereSince.Value).Count(SendAgain);
        if (again > 0)
        {
            _patience = waited * 2 < limits.ReceiptPatienceMost ? waited * 2 : limits.ReceiptPatienceMost;
        }

        _untold += again;
        Tell(waited);
    }

    private bool SendAgain(StoredMedia file)
    {
        if (media.Pending(file.Position - 1, 1) is [var first] && first.Position == file.Position)
        {
            return delivery.Media.SendAgain(file.Sha256);
        }

        // Retention has dropped it.
        delivery.Media.Drop([file]);
        return false;
    }

    /// <summary>Once a patience: a broker that drops one in three would fill the log otherwise.</summary>
    private void Tell(TimeSpan waited)
    {
        if (_untold > 0 && (_loggedAt is not { } at || time.GetElapsedTime(at) >= limits.ReceiptPatience))
        {
            MediaConfirmationLog.Unnamed(log, _untold, waited, _patience);
            (_untold, _loggedAt) = (0, time.GetTimestamp());
        }
    }
}
