using EdgeGateway.Sim.Traffic;

namespace EdgeGateway.Sim.Twins.XrayScanner.Modbus;

/// <summary>Decides what is wrong with each answer: what was ordered first, then the dice of the profile.</summary>
/// <param name="shares">Of all answers, 0 to 1 each.</param>
/// <param name="seed">Same seed, same faults.</param>
/// <param name="device">Device id.</param>
public sealed class BeltFaults(IReadOnlyDictionary<BeltFault, double> shares, ulong seed, string device)
{
    private readonly Lock _gate = new();
    private readonly Queue<BeltFault> _ordered = new();
    private SeededRandom _random = SeededRandom.For(seed, device, -17);

    /// <summary>Writes are answered with exception 04 and have no effect.</summary>
    public bool RefusesWrites { get; set; }

    /// <summary>What happens to the next answers.</summary>
    public void Order(BeltFault fault, int count = 1)
    {
        lock (_gate)
        {
            for (int i = 0; i < count; i++)
            {
                _ordered.Enqueue(fault);
            }
        }
    }

    public BeltFault Next()
    {
        lock (_gate)
        {
            if (_ordered.TryDequeue(out BeltFault ordered))
            {
                return ordered;
            }

            double dice = shares.Count == 0 ? 1 : _random.Unit();
            foreach ((BeltFault fault, double share) in shares)
            {
                if ((dice -= share) < 0)
                {
                    return fault;
                }
            }

            return BeltFault.None;
        }
    }

    /// <summary>4 to 20 bytes of any value.</summary>
    public byte[] Noise()
    {
        lock (_gate)
        {
            var noise = new byte[_random.Between(4, 20)];
            _random.Fill(noise);
            return noise;
        }
    }
}
