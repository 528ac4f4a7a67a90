using System.Globalization;
using System.Text;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Parcels;
using EdgeGateway.Sim.Traffic;

namespace EdgeGateway.Sim.Twins.XrayScanner.Dicos;

/// <summary>Says what happened to a parcel as DICOS files (xray.md sections 1.5 to 1.7), and what a gateway must make of each.</summary>
/// <param name="device">Device id.</param>
/// <param name="profile">How the scanner writes.</param>
public sealed class ScannerVoice(string device, ScannerProfile profile)
{
    private const string Kind = "parcel.inspection";
    private const string Owner = "顺丰速运";

    /// <param name="statement">A report, a picture or a review.</param>
    /// <param name="clock">Added to every time that is written.</param>
    /// <param name="wrongCharset">Texts in GB18030, called UTF-8.</param>
    /// <param name="encoding">Null: the scanner's own.</param>
    /// <param name="version">Another one is other content under the same UID.</param>
    public ScannerFile Say(ParcelStatement statement, TimeSpan clock = default, bool wrongCharset = false, DicosEncoding? encoding = null, int version = 0)
    {
        bool picture = statement.Part == ParcelPart.Image;
        string instance = Instance(statement);
        DicosEncoding written = encoding ?? profile.Encoding;
        Encoding text = wrongCharset ? CodePagesEncodingProvider.Instance.GetEncoding("GB18030")! : Encoding.UTF8;
        var data = new DicosWriter(written, text, profile.Undefined);
        Head(data, statement, instance, clock, version);
        if (picture)
        {
            Pixels(data, statement.Parcel);
        }
        else
        {
            Verdict(data, statement, clock);
        }

        string sopClass = picture ? DicosDocument.Picture : DicosDocument.Report;
        byte[] bytes = DicosDocument.File(sopClass, instance, written, data.ToArray());
        return new ScannerFile($"{(picture ? "DX" : "TDR")}_{instance}.dcs", bytes, Truth(statement, instance, picture, clock));
    }

    private static string Instance(ParcelStatement statement)
    {
        var random = SeededRandom.For(statement.Parcel.Seed, statement.Part.ToString(), statement.Number);
        return ParcelSource.Uid(ref random);
    }

    private void Head(DicosWriter data, ParcelStatement statement, string instance, TimeSpan clock, int version)
    {
        (ParcelPlan parcel, bool picture) = (statement.Parcel, statement.Part == ParcelPart.Image);
        DateTimeOffset scan = parcel.At + clock;
        DateTimeOffset said = statement.Due + clock;
        data.Text(0x00080005, "CS", "ISO_IR 192")
            .Text(0x00080016, "UI", picture ? DicosDocument.Picture : DicosDocument.Report)
            .Text(0x00080018, "UI", instance)
            .Text(0x00080020, "DA", Day(scan)).Text(0x00080021, "DA", Day(scan)).Text(0x00080023, "DA", Day(said))
            .Text(0x00080030, "TM", Time(scan)).Text(0x00080031, "TM", Time(scan)).Text(0x00080033, "TM", Time(said))
            .Text(0x00080060, "CS", picture ? "DX" : "TDR")
            .Text(0x00080070, "LO", profile.Maker)
            .Text(0x00080080, "LO", "Checkpoint 7")
            .Text(0x00081010, "SH", profile.MachineId)
            .Text(0x00081090, "LO", profile.Model)
            .Text(0x00100020, "LO", parcel.Barcode)
            .Text(0x00100021, "LO", Owner)
            .Text(0x00100022, "CS", "BARCODE");
        if (picture)
        {
            data.Text(0x00180060, "DS", "160");
        }

        data.Text(0x00181000, "LO", profile.Serial).Text(0x00181020, "LO", "4.2.1")
            .Text(0x0020000D, "UI", parcel.ScanUid).Text(0x0020000E, "UI", parcel.ScanUid + ".1").Text(0x00200010, "SH", parcel.ScanId)
            .Whole(0x00200013, 1 + version);
    }

    private void Verdict(DicosWriter data, ParcelStatement statement, TimeSpan clock)
    {
        ParcelPlan parcel = statement.Parcel;
        bool review = statement.Part == ParcelPart.Review;
        ParcelVerdict verdict = review ? parcel.Operator!.Value : parcel.Machine;
        ParcelThing? thing = verdict == ParcelVerdict.Alarm ? parcel.Inside ?? ParcelThing.All[0] : null;
        if (thing is not null)
        {
            data.Sequence(0x40101011, item => Threat(item, thing, parcel));
        }

        bool aborted = verdict == ParcelVerdict.Aborted;
        if (aborted)
        {
            data.Text(0x40101021, "CS", "TIMEOUT");
        }

        data.Text(0x40101024, "CS", aborted ? "ABORT" : "SUCCESS")
            .Text(0x40101027, "CS", review ? "OPERATOR" : "MACHINE")
            .Text(0x40101029, "LO", "DemoATR\\2.1")
            .Text(0x4010102B, "DT", Moment(statement.Due + clock))
            .Text(0x40101031, "CS", verdict switch { ParcelVerdict.Alarm => "ALARM", ParcelVerdict.Clear => "CLEAR", _ => "UNKNOWN" })
            .Number(0x40101033, "US", thing is null ? 0 : 1)
            .Number(0x40101034, "US", thing is null ? 0 : 1);
        if (parcel.Tip && !review)
        {
            data.Text(0x40101039, "CS", "FTI");
        }

        data.Text(0x4010103A, "CS", "V02A").Text(0x40101042, "CS", "CARGO").Number(0x40101043, "FL", 0.6, 0.4, 0.3)
            .Text(0x40101044, "CS", aborted ? "INCOMPLETE" : "SUCCESSFUL").Text(0x40101048, "CS", "OPERATIONAL");
    }

    private static void Threat(DicosWriter item, ParcelThing thing, ParcelPlan parcel)
    {
        var random = SeededRandom.For(parcel.Seed, "box", 0);
        (double x, double y) = (random.Between(10, 100), random.Between(10, 60));
        item.Number(0x40101010, "US", 1)
            .Sequence(0x40101037, view => view.Number(0x4010101D, "FL", x, y, 0, x + 48, y + 30.5, 0))
            .Sequence(0x40101038, assessment => assessment
                .Text(0x40101012, "CS", thing.Category).Text(0x40101013, "LT", thing.Text)
                .Text(0x40101014, "CS", "NO_INTERFERENCE").Text(0x40101015, "CS", "THREAT").Number(0x40101016, "FL", 0.875));
    }

    /// <summary>A slope with a darker block, so that a preview has something to show.</summary>
    private void Pixels(DicosWriter data, ParcelPlan parcel)
    {
        (int columns, int rows) = (profile.Columns, profile.Rows);
        var pixels = new byte[columns * rows * 2];
        int dark = (int)(parcel.Seed % 2000);
        for (int i = 0; i < columns * rows; i++)
        {
            int value = (i % columns * 60_000 / columns) - (i / columns > rows / 3 && i / columns < rows / 2 ? dark : 0);
            BitConverter.TryWriteBytes(pixels.AsSpan(2 * i), (ushort)Math.Max(0, value));
        }

        data.Number(0x00280002, "US", 1).Text(0x00280004, "CS", "MONOCHROME2")
            .Number(0x00280010, "US", rows).Number(0x00280011, "US", columns)
            .Number(0x00280100, "US", 16).Number(0x00280101, "US", 16).Number(0x00280102, "US", 15).Number(0x00280103, "US", 0)
            .Element(0x7FE00010, "OW", pixels);
    }

    private TruthLine Truth(ParcelStatement statement, string instance, bool picture, TimeSpan clock)
    {
        ParcelVerdict verdict = picture ? ParcelVerdict.Unknown : statement.Part == ParcelPart.Review ? statement.Parcel.Operator!.Value : statement.Parcel.Machine;
        return new TruthLine
        {
            Device = device,
            NativeId = $"{(picture ? "DX" : "TDR")}/{instance}",
            Plate = "",
            LaneNo = 0,
            Time = picture ? default : statement.Due + clock,
            Kind = Kind,
            Parcel = statement.Parcel.ScanUid,
            Facts = new Dictionary<string, string>
            {
                ["result"] = Word(verdict),
                ["parcel.id"] = statement.Parcel.Barcode,
                ["scan.uid"] = statement.Parcel.ScanUid,
                ["tip"] = statement.Parcel.Tip && statement.Part == ParcelPart.Report ? "true" : "",
            },
        };
    }

    public static string Word(ParcelVerdict verdict) => verdict switch
    {
        ParcelVerdict.Alarm => "alarm",
        ParcelVerdict.Clear => "clear",
        ParcelVerdict.Aborted => "aborted",
        _ => "unknown",
    };

    private string Day(DateTimeOffset at) => at.ToOffset(profile.Zone).ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private string Time(DateTimeOffset at) => at.ToOffset(profile.Zone).ToString("HHmmss.fff", CultureInfo.InvariantCulture);

    private string Moment(DateTimeOffset at) => at.ToOffset(profile.Zone).ToString("yyyyMMddHHmmss.ffffff", CultureInfo.InvariantCulture) + (profile.Zone < TimeSpan.Zero ? "-" : "+") + profile.Zone.ToString("hhmm", CultureInfo.InvariantCulture);
}
