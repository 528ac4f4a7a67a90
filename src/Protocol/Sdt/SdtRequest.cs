namespace EdgeGateway.Protocol.Sdt;

/// <summary>
/// The two questions that may be put to a reader of identity cards (kiosk.md section 3.4): neither touches a card. Nobody can make a third, so there is no way to
/// one that finds, selects or reads a card.
/// </summary>
public sealed class SdtRequest
{
    /// <summary>Whether the module is well.</summary>
    public static readonly SdtRequest ModuleStatus = new("module-status", 0x11, 0xFF, 0);

    /// <summary>Which module it is.</summary>
    public static readonly SdtRequest SamId = new("sam-id", 0x12, 0xFF, 16);

    private SdtRequest(string name, byte command, byte parameter, int answerData)
    {
        (Name, AnswerData) = (name, answerData);
        Frame = SdtFrame.Write([command, parameter]);
    }

    public string Name { get; }

    /// <summary>As it goes on the line.</summary>
    public ReadOnlyMemory<byte> Frame { get; }

    /// <summary>Bytes of data in a good answer.</summary>
    internal int AnswerData { get; }
}
