using System.Buffers.Binary;
using System.Text;

namespace EdgeGateway.Protocol.DicomUpperLayer;

/// <summary>Who calls whom, out of A-ASSOCIATE-RQ (xray.md section 1.9). The titles are claims, no proof of anything.</summary>
/// <param name="CalledTitle">AE title of the receiver, without the spaces around it.</param>
/// <param name="CallingTitle">AE title of the sender.</param>
public sealed record AssociateRequest(string CalledTitle, string CallingTitle)
{
    /// <summary>Type, a zero and the length of the rest, big endian.</summary>
    public const int HeadBytes = 6;

    /// <summary>Longest one that is read; 128 presentation contexts with several syntaxes each take far less.</summary>
    public const int MostBytes = 64 * 1024;

    private const int TitleBytes = 16;
    private const int FixedBytes = 68;

    /// <returns>Length of the rest of the unit; null when it is no request, or longer than <see cref="MostBytes"/>, or shorter than its fixed part.</returns>
    public static int? BodyLength(ReadOnlySpan<byte> head) =>
        head.Length >= HeadBytes && head[0] == (byte)PduType.AssociateRequest && BinaryPrimitives.ReadUInt32BigEndian(head[2..]) is >= FixedBytes and <= MostBytes and var length
            ? (int)length : null;

    /// <param name="body">All of the unit behind its head.</param>
    /// <returns>Null when it is too short, or a title holds what is no printable ASCII.</returns>
    public static AssociateRequest? Read(ReadOnlySpan<byte> body) =>
        body.Length >= FixedBytes && Title(body.Slice(4, TitleBytes)) is { } called && Title(body.Slice(4 + TitleBytes, TitleBytes)) is { } calling
            ? new AssociateRequest(called, calling) : null;

    private static string? Title(ReadOnlySpan<byte> bytes) => bytes.ContainsAnyExceptInRange((byte)0x20, (byte)0x7e) ? null : Encoding.ASCII.GetString(bytes).Trim(' ');
}
