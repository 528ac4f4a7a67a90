using System.Globalization;
using System.Security.Cryptography;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Parcels;

namespace EdgeGateway.Sim.Twins.XrayScanner.Dicos;

/// <summary>Which files a statement becomes, with what goes wrong with them.</summary>
/// <param name="voice">Says what happened.</param>
/// <param name="faults">What goes wrong.</param>
public sealed class ScannerBelt(ScannerVoice voice, ScannerFaults faults)
{
    private long _number;

    /// <summary>The files of the next statement, in the order in which they are given away.</summary>
    public IReadOnlyList<ScannerFile> Next(ParcelStatement statement, TimeSpan clock)
    {
        long number = ++_number;
        ScannerFile file = voice.Say(statement, clock, wrongCharset: Strikes(faults.WrongCharset, number)) with { Slow = Strikes(faults.Slow, number) };
        var files = new List<ScannerFile> { file };
        if (Strikes(faults.Twice, number))
        {
            files.Add(file with { Name = "again-" + file.Name });
        }

        if (Strikes(faults.SameUid, number))
        {
            ScannerFile other = voice.Say(statement, clock, version: 1);
            files.Add(other with { Name = "other-" + other.Name });
        }

        if (Strikes(faults.Unreadable, number))
        {
            files.Add(Unreadable(file, "cut", file.Bytes[..(file.Bytes.Length / 2)]));
        }

        if (Strikes(faults.BigEndian, number))
        {
            files.Add(Unreadable(file, "big", voice.Say(statement, clock, encoding: DicosEncoding.BigEndian).Bytes));
        }

        return files;
    }

    /// <summary>A file that nobody can read; the gateway names it by its bytes, and says that it knows nothing.</summary>
    /// <param name="like">Whose it would have been.</param>
    /// <param name="how">Put in front of the name.</param>
    /// <param name="bytes">What is in it.</param>
    public static ScannerFile Unreadable(ScannerFile like, string how, byte[] bytes) => new(
        string.Create(CultureInfo.InvariantCulture, $"{how}-{like.Name}"),
        bytes,
        like.Truth with
        {
            NativeId = "FILE/" + Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Time = default,
            Facts = new Dictionary<string, string> { ["result"] = "unknown", ["flags.0"] = "UNREADABLE_SCAN" },
        });

    private static bool Strikes(int every, long number) => every > 0 && number % every == 0;
}
