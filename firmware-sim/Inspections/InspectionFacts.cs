using System.Security.Cryptography;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Parcels;
using EdgeGateway.Sim.Traffic;

namespace EdgeGateway.Sim.Inspections;

/// <summary>What one statement says, before it is put into anybody's words.</summary>
public sealed record InspectionFacts
{
    /// <summary>Channel from 1.</summary>
    public const int Channel = 1;

    private const int PictureBytes = 600;

    private InspectionFacts(ParcelStatement statement, TimeSpan clockStep)
    {
        Parcel = statement.Parcel;
        IsOpening = statement.Part == ParcelPart.Review;
        DateTimeOffset told = statement.Due + clockStep;
        Time = DateTimeOffset.FromUnixTimeSeconds(told.ToUnixTimeSeconds());
    }

    public ParcelPlan Parcel { get; }

    /// <summary>A person opened it.</summary>
    public bool IsOpening { get; }

    /// <summary>What the scanner's clock shows, whole seconds.</summary>
    public DateTimeOffset Time { get; }

    /// <summary>The scanner's key: 32 characters at most.</summary>
    public string Tag => Parcel.ScanId;

    /// <summary>-1, 0, 1 or 2.</summary>
    public int Grade => Parcel.Machine switch
    {
        ParcelVerdict.Alarm => 1 + (int)(Parcel.Seed % 2),
        ParcelVerdict.Clear => 0,
        _ => -1,
    };

    /// <summary>Certainty, 50 to 99.</summary>
    public int Similarity => 50 + (int)(Parcel.Seed % 50);

    /// <summary>5 for a false alarm, 2 for kept.</summary>
    public int Handling => Parcel.Operator == ParcelVerdict.Clear ? 5 : 2;

    public static InspectionFacts Of(ParcelStatement statement, TimeSpan clockStep) => new(statement, clockStep);

    /// <summary>A JPEG by its first and last bytes.</summary>
    public byte[] Picture()
    {
        byte[] picture = new byte[PictureBytes];
        new SeededRandom(Parcel.Seed).Fill(picture);
        byte[] begin = [0xFF, 0xD8, 0xFF, 0xE0];
        begin.CopyTo(picture, 0);
        (picture[^2], picture[^1]) = (0xFF, 0xD9);
        return picture;
    }

    /// <param name="device">Device id.</param>
    /// <param name="pictures">Whether the picture came along.</param>
    public TruthLine Truth(string device, bool pictures) => new()
    {
        Device = device,
        Kind = "parcel.inspection",
        NativeId = FormattableString.Invariant($"{Tag}/{Channel}/{Time.ToUnixTimeMilliseconds()}{(IsOpening ? "/opening" : "")}"),
        Plate = "",
        LaneNo = 0,
        Time = Time,
        Pictures = pictures && !IsOpening ? [new TruthPicture(Convert.ToHexStringLower(SHA256.HashData(Picture())), PictureBytes)] : [],
        Facts = Facts(),
    };

    private Dictionary<string, string> Facts()
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["scan.uid"] = Tag, ["waybillNo"] = IsOpening ? "" : Parcel.Barcode };
        if (IsOpening)
        {
            (facts["result"], facts["handling"]) = Handling == 5 ? ("clear", "false_alarm") : ("alarm", "kept");
        }
        else
        {
            facts["result"] = Grade switch { 0 => "clear", -1 => "unknown", _ => "alarm" };
            facts["items.0.category"] = Parcel.Inside?.Code ?? "";
        }

        return facts;
    }
}
