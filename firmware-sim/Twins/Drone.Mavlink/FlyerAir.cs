using EdgeGateway.Sim.Traffic;

namespace EdgeGateway.Sim.Twins.Drone.Mavlink;

/// <summary>What becomes of frames between the vehicles and the gateway.</summary>
public sealed class FlyerAir(FlyerFaults faults, ulong seed, string device)
{
    /// <summary>How far back a replayed frame lies.</summary>
    private const int Memory = 200;

    private readonly Queue<byte[]> _recorded = new();
    private SeededRandom _random = SeededRandom.For(seed, device, -31);
    private long _frames;

    /// <returns>What arrives of one frame, in its order; nothing when it got lost.</returns>
    public IEnumerable<byte[]> Carry(byte[] frame)
    {
        Record(frame);
        if (++_frames % Math.Max(faults.ReplayEvery, 1) == 0 && faults.ReplayEvery > 0)
        {
            yield return _recorded.Peek();
        }

        if (Strikes(faults.Lost))
        {
            yield break;
        }

        if (Strikes(faults.Damaged))
        {
            yield return Damage(frame);
        }

        yield return frame;
        if (Strikes(faults.Twice))
        {
            yield return frame;
        }
    }

    /// <summary>4 to 40 bytes of any value.</summary>
    public byte[] Noise()
    {
        var noise = new byte[_random.Between(4, 40)];
        _random.Fill(noise);
        return noise;
    }

    /// <summary>One bit of the payload or the checksum is another one; of a signed frame also of the signature.</summary>
    public byte[] Damage(byte[] frame)
    {
        byte[] damaged = [.. frame];
        damaged[_random.Between(frame.Length / 2, frame.Length - 1)] ^= (byte)(1 << _random.Below(8));
        return damaged;
    }

    private void Record(byte[] frame)
    {
        _recorded.Enqueue(frame);
        if (_recorded.Count > Memory)
        {
            _recorded.Dequeue();
        }
    }

    private bool Strikes(double share) => share > 0 && _random.Unit() < share;
}
