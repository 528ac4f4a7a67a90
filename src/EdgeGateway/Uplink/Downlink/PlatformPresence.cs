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
    private readonly Dictionary<string, bool> _online = new(StringComparer.Ordinal);
    private long? _receiptAt;
    private long? _filesNamedAt;

    public bool IsThere
    {
        get
        {
            lock (_gate)
            {
                return _online.Count > 0 || IsFresh(_receiptAt);
            }
        }
    }

    /// <summary>One is there whose receipts name the files it has; from another no name will ever come.</summary>
    public bool NamesFiles
    {
        get
        {
            lock (_gate)
            {
                return _online.ContainsValue(true) || IsFresh(_filesNamedAt);
            }
        }
    }

    /// <param name="name">Which platform.</param>
    /// <param name="isOnline">Its word; false also when its presence was taken away.</param>
    /// <param name="namesFiles">Its receipts name files.</param>
    /// <returns>False when there are too many names to remember one more.</returns>
    public bool Said(string name, bool isOnline, bool namesFiles = false)
    {
        lock (_gate)
        {
            if (!isOnline)
            {
                _online.Remove(name);
                (_receiptAt, _filesNamedAt) = (null, null);
                return true;
            }

            if (!_online.ContainsKey(name) && _online.Count >= Most)
            {
                return false;
            }

            _online[name] = namesFiles;
            return true;
        }
    }

    public void SentReceipt(bool namesFiles = false)
    {
        lock (_gate)
        {
            _receiptAt = time.GetTimestamp();
            _filesNamedAt = namesFiles ? _receiptAt : _filesNamedAt;
        }
    }

    private bool IsFresh(long? at) => at is { } then && time.GetElapsedTime(then) < limits.ReceiptPatience * 2;
}
