using System.Buffers.Binary;

namespace EdgeGateway.Protocol.Sdt;

/// <summary>What a reader answered to one of our two questions.</summary>
/// <param name="Status">Its three status bytes as one number: <see cref="Good"/> when it is well.</param>
/// <param name="SamId">Of <see cref="SdtRequest.SamId"/>: 32 hex digits that name the module, not a person.</param>
public sealed record SdtAnswer(int Status, string? SamId)
{
    public const int Good = 0x000090;

    private const int StatusSize = 3;

    public bool IsGood => Status == Good;

    /// <param name="frame">One whole frame, as a serial line gave it.</param>
    /// <param name="request">The question. An answer with more than it asked for is that of another program to a card, and nothing of it is kept.</param>
    /// <param name="fault">A word of <see cref="SdtFaults"/> when the result is null.</param>
    public static SdtAnswer? Read(ReadOnlySpan<byte> frame, SdtRequest request, out string? fault)
    {
        fault = Check(frame);
        if (fault is not null)
        {
            return null;
        }

        var body = frame[(SdtFrame.Start.Length + SdtFrame.LengthSize)..^SdtFrame.ChecksumSize];
        int status = (body[0] << 16) | (body[1] << 8) | body[2];
        var data = body[StatusSize..];
        int wanted = status == Good ? request.AnswerData : 0;
        fault = data.Length == wanted ? null : data.Length > wanted ? SdtFaults.Sensitive : SdtFaults.BadLength;
        return fault is null ? new SdtAnswer(status, wanted > 0 ? Convert.ToHexString(data) : null) : null;
    }

    private static string? Check(ReadOnlySpan<byte> frame)
    {
        const int head = 7;
        if (frame.Length < head || !frame.StartsWith(SdtFrame.Start))
        {
            return SdtFaults.NoFrame;
        }

        int length = BinaryPrimitives.ReadUInt16BigEndian(frame[SdtFrame.Start.Length..]);
        if (length < StatusSize + SdtFrame.ChecksumSize || frame.Length != head + length)
        {
            return SdtFaults.BadLength;
        }

        return SdtFrame.Checksum(frame[SdtFrame.Start.Length..^1]) == frame[^1] ? null : SdtFaults.BadChecksum;
    }
}
