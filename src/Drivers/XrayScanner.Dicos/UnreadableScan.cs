using System.Security.Cryptography;
using EdgeGateway.Drivers.Transport.Folders;
using EdgeGateway.Protocol.Dicos;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Parcels;

namespace EdgeGateway.Drivers.XrayScanner.Dicos;

/// <summary>What is told of a file that cannot be read: that something was scanned, that nobody knows what was seen, and where the file is.</summary>
internal static class UnreadableScan
{
    public const string Flag = "UNREADABLE_SCAN";

    /// <param name="file">As it was found.</param>
    /// <param name="fault">Why, one of <see cref="DicosFaults"/>.</param>
    /// <param name="place">Whose it is.</param>
    /// <param name="attached">Adds the bytes, where they may travel.</param>
    /// <param name="received">When the gateway had all of it.</param>
    public static Reading Of(DropFile file, string fault, DicosPlace place, DicosAttachments attached, DateTimeOffset received)
    {
        string shown = ShownName.Of(file.Name);
        string name = file.Content is { } content ? Convert.ToHexStringLower(SHA256.HashData(content.Span)) : FormattableString.Invariant($"{shown}/{file.Bytes}/{file.Modified.UtcTicks}");
        var reading = new Reading
        {
            Device = place.Device,
            Driver = DicosMapping.DriverName,
            Lane = Lane.Event,
            Time = received,
            TimeFrom = TimeOrigin.Gateway,
            Received = received,
            RepeatKey = name,
            Body = new ParcelInspectionBody
            {
                Result = ParcelWords.Unknown,
                Origin = ParcelWords.Dicos,
                Station = place.Station,
                Scan = new ParcelScan { Id = shown.Length <= MostName ? shown : shown[..MostName] },
                Flags = [Flag, fault.ToUpperInvariant().Replace('-', '_')],
                Source = new SourceInfo($"FILE/{name}"),
            },
        };
        return fault is DicosFaults.Class ? reading : attached.WithOriginal(reading, file.Content);
    }

    private const int MostName = 128;
}
