using System.Numerics;

namespace EdgeGateway.Sim.Load;

/// <summary>Latencies in microseconds, in buckets at most 1/32 apart, so that millions cost nothing to keep. Safe for many writers.</summary>
public sealed class LatencyHistogram
{
    private const int Fine = 32;
    private readonly long[] _buckets = new long[64 * Fine];

    public long Count => _buckets.Sum();

    public void Add(TimeSpan latency)
    {
        long micros = Math.Max(0, latency.Ticks / TimeSpan.TicksPerMicrosecond);
        Interlocked.Increment(ref _buckets[Bucket(micros)]);
    }

    /// <param name="share">0 to 1, for example 0.99.</param>
    /// <returns>Milliseconds that this share of the latencies does not exceed, to 3 %; 0 when there are none.</returns>
    public double Milliseconds(double share)
    {
        long wanted = Math.Max(1, (long)Math.Ceiling(Count * share));
        long seen = 0;
        for (int i = 0; i < _buckets.Length; i++)
        {
            seen += _buckets[i];
            if (seen >= wanted)
            {
                return Upper(i) / 1000.0;
            }
        }

        return 0;
    }

    private static int Bucket(long micros)
    {
        if (micros < Fine)
        {
            return (int)micros;
        }

        int shift = BitOperations.Log2((ulong)micros) - 5;
        return ((shift + 1) * Fine) + (int)((micros >> shift) - Fine);
    }

    private static long Upper(int bucket)
    {
        int shift = (bucket / Fine) - 1;
        return shift < 0 ? bucket : ((long)(bucket % Fine) + Fine + 1) << shift;
    }
}
