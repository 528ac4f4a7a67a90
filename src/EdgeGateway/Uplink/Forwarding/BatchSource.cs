using EdgeGateway.Protocol.Contract;
using EdgeGateway.Store;

namespace EdgeGateway.Uplink.Forwarding;

/// <summary>Fills batches from the store. One lane's stream uses it, one batch at a time.</summary>
public sealed class BatchSource : IDisposable
{
    private readonly LaneWork _work;
    private readonly BatchWriter _writer = new();
    private readonly PayloadTaker _take;
    private readonly Stack<Batch> _free = new();
    private readonly Lock _gate = new();
    private Batch _filling = new();
    private int _most;

    public BatchSource(LaneWork work)
    {
        _work = work;
        _take = Take;
    }

    /// <summary>Reads what follows a place, passing over what was taken before.</summary>
    /// <param name="after">The place.</param>
    /// <param name="upTo">End of the region.</param>
    /// <param name="most">Most readings in it, from 1.</param>
    /// <returns>
    /// The batch. Without readings it either reaches <paramref name="upTo"/>, when all is done, or stands before a reading
    /// that is too large for a batch.
    /// </returns>
    public Batch Fill(long after, long upTo, int most)
    {
        _most = most;
        _writer.Clear();
        _filling = Rent();
        _filling.Begin(after, _work.Progress.Rewinds);
        if (_work.Packed.ReadInto(_work.Lane, after, upTo, _take))
        {
            _filling.Last = upTo;
        }

        if (_filling.Count > 0)
        {
            _filling.Keep(_writer.Pack());
        }

        return _filling;
    }

    public void Return(Batch batch)
    {
        batch.Free();
        lock (_gate)
        {
            _free.Push(batch);
        }
    }

    public void Dispose() => _writer.Dispose();

    private Batch Rent()
    {
        lock (_gate)
        {
            return _free.TryPop(out var batch) ? batch : new Batch();
        }
    }

    private bool Take(long position, ReadOnlySpan<byte> payload)
    {
        if (_work.Progress.Pass(_filling.Last, position))
        {
            _filling.Last = position;
            return true;
        }

        if (_filling.Count >= _most || !_writer.TryAdd(payload))
        {
            return false;
        }

        _filling.Add(position);
        return true;
    }
}
