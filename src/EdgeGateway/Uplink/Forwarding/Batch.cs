using System.Buffers;
using EdgeGateway.Store;

namespace EdgeGateway.Uplink.Forwarding;

/// <summary>One batch from reading to answer; used again and again, so that a backlog makes no garbage a reading.</summary>
public sealed class Batch
{
    private readonly List<long> _positions = [];
    private byte[] _packed = [];
    private int _length;

    /// <summary>Where the one before it ended.</summary>
    public long Previous { get; private set; }

    /// <summary>Everything of the lane up to here is in it, or was taken before.</summary>
    public long Last { get; set; }

    /// <summary>The last one that is in it.</summary>
    public long LastOwn => _positions[^1];

    /// <summary><see cref="LaneProgress.Rewinds"/> when it was filled.</summary>
    public int AsOf { get; private set; }

    public int Count => _positions.Count;

    public ReadOnlyMemory<byte> Packed => _packed.AsMemory(0, _length);

    public void Begin(long previous, int asOf)
    {
        AsOf = asOf;
        (Previous, Last, _length) = (previous, previous, 0);
        _positions.Clear();
    }

    public void Add(long position)
    {
        _positions.Add(position);
        Last = position;
    }

    /// <summary>Keeps the packed bytes until <see cref="Free"/>.</summary>
    public void Keep(ReadOnlyMemory<byte> packed)
    {
        _packed = ArrayPool<byte>.Shared.Rent(packed.Length);
        packed.CopyTo(_packed);
        _length = packed.Length;
    }

    public void Free()
    {
        if (_packed.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_packed);
            _packed = [];
        }
    }

    public void EachPosition(Action<long> action) => _positions.ForEach(action);

    /// <summary>Exactly its own readings: a range runs over all lanes, so it ends where the next position is not ours.</summary>
    public IEnumerable<Settlement> Settlements()
    {
        for (int i = 0; i < _positions.Count;)
        {
            int first = i++;
            while (i < _positions.Count && _positions[i] == _positions[i - 1] + 1)
            {
                i++;
            }

            yield return new Settlement(_positions[first], _positions[i - 1]);
        }
    }
}
