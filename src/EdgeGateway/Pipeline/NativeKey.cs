using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Pipeline;

/// <summary>Recognises a device's own repeats (plate-camera.md section 7: protocol, device and native id).</summary>
public static class NativeKey
{
    /// <returns>
    /// The first 128 bits of SHA-256: a collision would drop a reading, and 64 bits would make one likely within a
    /// few thousand years of a big city, 128 never. Null when the device gives no identifier worth trusting.
    /// </returns>
    public static UInt128? Of(Reading reading)
    {
        if (reading.Body.Source?.NativeId is not { Length: > 0 } native)
        {
            return null;
        }

        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{reading.Driver}\n{reading.Device}\n{reading.Body.Kind}\n{native}"), digest);
        return BinaryPrimitives.ReadUInt128BigEndian(digest);
    }
}
