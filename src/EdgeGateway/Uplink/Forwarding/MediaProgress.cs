using System.Collections;
using EdgeGateway.Store;

namespace EdgeGateway.Uplink.Forwarding;

/// <summary>How much of one file the broker has taken.</summary>
public sealed class MediaProgress
{
    private readonly Lock _gate = new();
    private readonly BitArray _taken;
    private int _prefix;
    private int _missing;

    /// <param name="file">The file; its first parts may be delivered already.</param>
    /// <param name="parts">Into how many messages it is cut.</param>
    public MediaProgress(StoredMedia file, int parts)
    {
        (File, Parts) = (file, parts);
        First = Math.Min(file.Taken, parts - 1);
        _taken = new BitArray(parts);
        (_prefix, _missing) = (First, parts - First);
    }

    public StoredMedia File { get; }

    public int Parts { get; }

    /// <summary>Where to go on; the last part is always sent, so that there is an answer that ends it.</summary>
    public int First { get; }

    /// <returns>Parts from the beginning without a hole; all of them when this was the last one missing.</returns>
    public int Take(int part)
    {
        lock (_gate)
        {
            _missing -= _taken[part] ? 0 : 1;
            _taken[part] = true;
            while (_prefix < Parts && _taken[_prefix])
            {
                _prefix++;
            }

            return _missing == 0 ? Parts : _prefix;
        }
    }
}
