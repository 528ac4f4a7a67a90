namespace EdgeGateway.Drivers.BarcodeReader.Line;

/// <summary>
/// Knows a label that is still in view from a parcel that comes again. Each reading of a code renews its time, so that a parcel that
/// stands still in front of the reader is told once.
/// </summary>
/// <param name="within">How long a code counts as seen; zero: never.</param>
/// <param name="time">Whose clock measures.</param>
internal sealed class DoubleReads(TimeSpan within, TimeProvider time)
{
    /// <summary>More labels are in no reader's view.</summary>
    private const int MostRemembered = 64;

    private readonly LinkedList<(string Code, long At)> _seen = new();

    /// <returns>Whether this code was read a moment ago.</returns>
    public bool IsDouble(string code)
    {
        while (_seen.First is { } oldest && (_seen.Count > MostRemembered || time.GetElapsedTime(oldest.Value.At) >= within))
        {
            _seen.RemoveFirst();
        }

        var before = Find(code);
        if (before is not null)
        {
            _seen.Remove(before);
        }

        _seen.AddLast((code, time.GetTimestamp()));
        return before is not null;
    }

    private LinkedListNode<(string Code, long At)>? Find(string code)
    {
        for (var node = _seen.First; node is not null; node = node.Next)
        {
            if (node.Value.Code == code)
            {
                return node;
            }
        }

        return null;
    }
}
