using System.Text;
using EdgeGateway.Sim.Traffic;

namespace EdgeGateway.Sim.Twins.PdtRadio.Nmea;

/// <summary>What of a sentence goes over the line, with the faults of the line (pdt-radio.md section 15, Q14). Every good sentence is there in the end.</summary>
public sealed class NmeaBytes(NmeaFaults faults, ulong seed, string device)
{
    private SeededRandom _random = SeededRandom.For(seed, device, -11);

    /// <param name="sentences">Without line ends.</param>
    public byte[] Of(IReadOnlyList<string> sentences)
    {
        var bytes = new List<byte>();
        foreach (string sentence in sentences)
        {
            if (Strikes(faults.Noise))
            {
                bytes.AddRange(Noise());
            }

            if (Strikes(faults.Cut))
            {
                bytes.AddRange(Encoding.ASCII.GetBytes(sentence[..(1 + _random.Below(sentence.Length - 3))]));
            }

            if (Strikes(faults.BadChecksum))
            {
                bytes.AddRange(Encoding.ASCII.GetBytes(sentence[..^1] + (sentence[^1] == '0' ? '1' : '0') + "\r\n"));
            }

            bytes.AddRange(Encoding.ASCII.GetBytes(sentence));
            bytes.AddRange(Strikes(faults.Merged) ? [] : "\r\n"u8);
        }

        return [.. bytes];
    }

    /// <summary>4 to 40 bytes of any value: even a <c>$</c> may be among them.</summary>
    public byte[] Noise()
    {
        var noise = new byte[_random.Between(4, 40)];
        _random.Fill(noise);
        return noise;
    }

    private bool Strikes(double share) => share > 0 && _random.Unit() < share;
}
