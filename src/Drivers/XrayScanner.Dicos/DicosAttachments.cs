using System.Runtime.InteropServices;
using System.Security.Cryptography;
using EdgeGateway.Protocol.Dicos;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Parcels;

namespace EdgeGateway.Drivers.XrayScanner.Dicos;

/// <summary>Adds to a reading what travels with it: a small picture, and the file itself on demand. Of what shows a person, neither; a file that names one stays here itself.</summary>
/// <param name="options">What is wanted.</param>
internal sealed class DicosAttachments(DicosOptions options)
{
    private const string Picture = "xray";
    private const string Original = "original";
    private const string PngType = "image/png";
    private const string DicomType = "application/dicom";
    private const string PersonWithheld = "PERSON_WITHHELD";
    private const string OriginalWithheld = "ORIGINAL_WITHHELD";

    /// <summary>Also tells repeats from another object under a UID that was used before: what counts is the data set, not the head that each receiver writes anew.</summary>
    public Reading With(Reading reading, DicosFile file, DicosContent content, ReadOnlyMemory<byte> bytes)
    {
        var whole = reading with { RepeatKey = $"{reading.Body.Source?.NativeId}\n{Convert.ToHexStringLower(SHA256.HashData(bytes.Span[DataSetAt(file, bytes.Length)..]))}" };
        if (reading.Body.Flags?.Contains(PersonWithheld) == true)
        {
            return whole;
        }

        var shown = content.Image is { } image && options.Preview ? WithPreview(whole, image, bytes) : whole;
        return options.Originals != DicosOriginals.None && DicosPersons.AreIn(file.Data) ? WithFlag(shown, OriginalWithheld) : WithOriginal(shown, bytes);
    }

    /// <summary>Whether the file itself goes with it, byte for byte.</summary>
    public static bool HasOriginal(Reading reading) => reading.Body.Media?.Any(static media => media.Role == Original) == true;

    public Reading WithOriginal(Reading reading, ReadOnlyMemory<byte>? bytes) =>
        options.Originals == DicosOriginals.None || bytes is not { Length: > 0 } content ? reading
            : Add(reading, Original, Attachment.Of(content, DicomType) with { OnDemand = options.Originals == DicosOriginals.OnDemand }, null, null);

    private static Reading WithPreview(Reading reading, DicosImage image, ReadOnlyMemory<byte> bytes)
    {
        var preview = DicosPreview.Render(image, Stream(bytes));
        if (preview.Png is { } png)
        {
            return Add(reading, Picture, Attachment.Of(png, PngType), preview.Width, preview.Height);
        }

        return WithFlag(reading, preview.Fault!.ToUpperInvariant().Replace('-', '_'));
    }

    private static Reading WithFlag(Reading reading, string flag) => reading with { Body = reading.Body with { Flags = [.. reading.Body.Flags ?? [], flag] } };

    private static Reading Add(Reading reading, string role, Attachment attachment, int? width, int? height) => reading with
    {
        Attachments = [.. reading.Attachments, attachment],
        Body = reading.Body with
        {
            Media = [.. reading.Body.Media ?? [], new MediaRef(role, attachment.Sha256, attachment.Type, attachment.Content.Length, width, height)],
        },
    };

    private static MemoryStream Stream(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var array) ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false) : new MemoryStream(bytes.ToArray(), writable: false);

    /// <summary>Behind preamble, DICM and group 0002, when that says its length; else the whole file counts.</summary>
    private static int DataSetAt(DicosFile file, int length)
    {
        const int GroupLengthElement = 12;
        const int Preamble = 132;
        return file.HasPreamble && file.Meta.Number(DicosTags.MetaLength) is { } said and >= 0 && Preamble + GroupLengthElement + said <= length
            ? (int)(Preamble + GroupLengthElement + said) : 0;
    }
}
