using System.Text;

namespace EdgeGateway.Benchmarks.Peers;

/// <summary>What the peers carry: 400 bytes of JSON that can be told apart by an identifier, spelled as in the gateway's readings.</summary>
internal static class SampleReading
{
    public const int Bytes = 400;

    /// <summary>In front of the identifier, which has <see cref="KeyLength"/> characters.</summary>
    public const string KeyMark = "\"nativeId\":\"";

    public const int KeyLength = 36;

    public static byte[] Next()
    {
        string head = $"{{{KeyMark}{Guid.NewGuid():D}\",\"plate\":\"";
        return Encoding.ASCII.GetBytes(head + new string('A', Bytes - head.Length - 2) + "\"}");
    }
}
