using System.Text;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;

namespace EdgeGateway.Tests.Store;

/// <summary>Readings to put in.</summary>
internal static class StoreSamples
{
    public static readonly DateTimeOffset Received = new(2026, 11, 22, 3, 32, 0, 184, TimeSpan.Zero);

    public static PendingReading Reading(int number, Lane lane = Lane.Event, UInt128? key = null, params Attachment[] attachments) => new()
    {
        Lane = lane,
        Device = "cam-" + (number % 7),
        Kind = "plate.read",
        Received = Received.AddSeconds(number),
        Tail = Tail(number),
        NativeKey = key,
        Attachments = attachments,
    };

    public static byte[] Tail(int number) => Encoding.UTF8.GetBytes($"\"data\":{{\"number\":{number}}}}}");

    /// <summary>Bytes that look like nothing else, the same for the same number.</summary>
    public static Attachment File(int number, int length = 5000)
    {
        var bytes = new byte[length];
        new Random(number).NextBytes(bytes);
        return Attachment.Of(bytes, "image/jpeg");
    }

    public static byte[] ReadAll(Stream? stream)
    {
        using Stream open = stream ?? throw new InvalidOperationException("The file is gone.");
        using var copy = new MemoryStream();
        open.CopyTo(copy);
        return copy.ToArray();
    }
}
