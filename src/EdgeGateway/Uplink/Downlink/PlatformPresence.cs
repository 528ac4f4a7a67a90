using EdgeGateway.Uplink.Confirmation;

namespace EdgeGateway.Uplink.Downlink;

/// <summary>
/// Whether a platform is there that takes what we send. A receipt proves it too, for a while: retained presence is a hint
/// that not every broker keeps.
/// </summary>
public sealed class PlatformPresence(ConfirmationLimits limits, TimeProvider time)
{
    /// <summary>Names that are remembered; more are not platforms but nonsense.</summary>
    private const int Most = 64;

    private readonly Lock _gate = new();
    private readonly HashSet<string> _online = new(StringComparer.Ordinal);
    private long? _receiptAt;

    public bool IsThere
    {
        get
        {
            lock (_gate)
            {
                return _online.Count > 0 || (_receiptAt is { } at && time.GetElapsedTime(at) < limits.ReceiptPatience * 2);
            }
        }
    }

    /// <param name="name">Which platform.</param>
    /// <param name="isOnline">Its word; false also when its presence was taken away.</param>
    /// <returns>False when there are too many names to remember one more.</returns>
    public bool Said(string name, bool isOnline)
    {
        lock (_gate)
        {
            if (!isOnline)
            {
                _online.Remove(name);
                _receiptAt = null;
                return true;
            }

            return _online.Contains(name) || (_online.Count < Most && _online.Add(name));
        }
    }

    public void SentReceipt()
    {
        lock (_gate)
        {
            _receiptAt = time.GetTimestamp();
        }
    }
}
