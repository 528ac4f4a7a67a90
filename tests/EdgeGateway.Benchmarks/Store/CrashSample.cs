using System.Security.Cryptography;
using System.Text;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;

namespace EdgeGateway.Benchmarks.Store;

/// <summary>A reading that follows from a text to the last byte: its lane, its event and, for every third, its file.</summary>
public static class CrashSample
{
    public static PendingReading Reading(string text)
    {
        byte[] digest = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        return new PendingReading
        {
            Lane = (Lane)(digest[0] % 3),
            Device = "dev-" + (digest[1] % 5),
            Kind = "plate.read",
            Received = DateTimeOffset.UnixEpoch,
            Tail = Tail(text, digest),
            NativeKey = new UInt128(BitConverter.ToUInt64(digest, 0), BitConverter.ToUInt64(digest, 8)),
            Attachments = digest[2] % 3 == 0 ? [File(digest)] : [],
        };
    }

    private static byte[] Tail(string text, byte[] digest) =>
        Encoding.UTF8.GetBytes($"\"data\":{{\"text\":\"{text}\",\"fill\":\"{new string('x', digest[3] * 4)}\"}}}}");

    private static Attachment File(byte[] digest)
    {
        var content = new byte[1000 + (digest[4] * 200)];
        new Random(BitConverter.ToInt32(digest, 5)).NextBytes(content);
        return Attachment.Of(content, "image/jpeg");
    }
}
