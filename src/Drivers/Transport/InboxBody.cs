using System.Buffers;
using System.Numerics;

namespace EdgeGateway.Drivers.Transport;

/// <summary>A body in rented memory, charged to the share of its device and to the budget of all.</summary>
internal sealed class InboxBody(ByteBudget share, ByteBudget all)
{
    private byte[] _buffer = [];
    private long _ofShare;
    private long _ofAll;
    private long _expected;
    private int _length;

    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, _length);

    public int Length => _length;

    /// <summary>What the buffer may cost without asking again.</summary>
    public long Charged => _ofAll;

    /// <summary>What renting so many bytes costs: pools hand out powers of two.</summary>
    public static long Cost(long bytes) => (long)BitOperations.RoundUpToPowerOf2((ulong)Math.Max(bytes, 16));

    /// <summary>Charges for a body of this size. What was charged before is given back first: nobody waits for memory
    /// while holding memory, or requests could wait for each other for ever.</summary>
    public async ValueTask ReserveAsync(long bytes, CancellationToken ct)
    {
        GiveBack();
        _expected = bytes;
        _ofShare = await share.TakeAsync(Cost(bytes), ct).ConfigureAwait(false);
        _ofAll = await all.TakeAsync(Cost(bytes), ct).ConfigureAwait(false);
    }

    public void Append(in ReadOnlySequence<byte> more)
    {
        int needed = checked(_length + (int)more.Length);
        if (needed > _buffer.Length)
        {
            Grow(needed);
        }

        more.CopyTo(_buffer.AsSpan(_length));
        _length = needed;
    }

    /// <summary>Gives the charge back and the memory to the pool.</summary>
    public void Return()
    {
        Return(_buffer);
        Abandon();
    }

    /// <summary>Gives the charge back but leaves the memory to the collector: somebody may still look at it.</summary>
    public void Abandon()
    {
        (_buffer, _length) = ([], 0);
        GiveBack();
    }

    private void GiveBack()
    {
        all.Give(_ofAll);
        share.Give(_ofShare);
        (_ofAll, _ofShare) = (0, 0);
    }

    private void Grow(int needed)
    {
        long wanted = _buffer.Length == 0 ? _expected : _buffer.Length * 2L;
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Max(needed, Math.Min(wanted, Array.MaxLength)));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        Return(_buffer);
        _buffer = larger;
    }

    private static void Return(byte[] buffer)
    {
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
