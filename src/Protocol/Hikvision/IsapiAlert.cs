using EdgeGateway.Protocol.Elements;

namespace EdgeGateway.Protocol.Hikvision;

/// <summary>One EventNotificationAlert (plate-camera.md sections 3.1 and 3.3).</summary>
public sealed class IsapiAlert
{
    private readonly ElementTree _tree;

    internal IsapiAlert(ElementTree tree, ReadOnlyMemory<byte> bytes, bool charsetGuessed)
    {
        _tree = tree;
        Bytes = bytes;
        CharsetGuessed = charsetGuessed;
        EventType = Root["eventType"].Text ?? (Anpr.Exists ? "ANPR" : "");
        Pictures = PictureInfo.ListOf(Anpr);
        IsHeartbeat = Heartbeats.Recognise(Root, EventType);
    }

    /// <summary>The root element.</summary>
    public Element Root => _tree.Root;

    /// <summary>The ANPR element, or a missing one.</summary>
    public Element Anpr => Root["ANPR"];

    /// <summary>eventType as spelled on the wire; <c>ANPR</c> when it is missing and the ANPR element is there.</summary>
    public string EventType { get; }

    public bool IsHeartbeat { get; }

    /// <summary>True for a plate read.</summary>
    public bool IsAnpr => EventType.Equals("ANPR", StringComparison.OrdinalIgnoreCase);

    /// <summary>The bytes of the part it came in, as received; several alerts can share a part.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Flag <c>CHARSET_GUESSED</c>.</summary>
    public bool CharsetGuessed { get; }

    /// <summary>Flag <c>XML_REPAIRED</c>.</summary>
    public bool Repaired => _tree.Repaired;

    /// <summary>True when the document was cut off.</summary>
    public bool Truncated => _tree.Truncated;

    /// <summary>Every pictureInfo, in order.</summary>
    public IReadOnlyList<PictureInfo> Pictures { get; }

    /// <summary>True when the pictures follow in a second alert with the same UUID.</summary>
    public bool HasMoreData => Anpr["hasMoreData"].Is("true") || Root["hasMoreData"].Is("true");

    /// <summary>How many pictures of any sort are announced: the larger of picNum and the pictureInfo elements; null when it says nothing.</summary>
    public int? Announced => Root["picNum"].Int() is { } number && number is >= 0 and <= 1000
        ? Math.Max(number, Pictures.Count)
        : Pictures.Count > 0 ? Pictures.Count : null;

    /// <summary>How many of them travel as parts behind the alert; null when it says nothing.</summary>
    public int? Expected => Announced - Pictures.Count(picture => picture.IsReference);
}
