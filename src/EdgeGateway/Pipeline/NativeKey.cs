using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Plates;

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
        if ((reading.RepeatKey ?? reading.Body.Source?.NativeId) is not { Length: > 0 } native)
        {
            return null;
        }

        return Digest($"{reading.Driver}\n{reading.Device}\n{reading.Body.Kind}\n{native}");
    }

    /// <summary>Names the pair of an entry of a hot list and a passage; a passage that its device gives no identifier is known by its time and text.</summary>
    /// <param name="reading">The passage.</param>
    /// <param name="origin">Whose entry.</param>
    /// <param name="entry">Its id.</param>
    public static UInt128 OfHit(Reading reading, string origin, string entry)
    {
        string passage = reading.Body.Source?.NativeId is { Length: > 0 } native
            ? "id\n" + native
            : string.Create(CultureInfo.InvariantCulture, $"at\n{reading.Time.UtcTicks}\n{(reading.Body as PlateReadBody)?.Plate.Raw}");
        return Digest($"{reading.Driver}\n{reading.Device}\n{PlateHitBody.KindName}\n{origin}\n{entry}\n{passage}");
    }

    private static UInt128 Digest(string text)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), digest);
        return BinaryPrimitives.ReadUInt128BigEndian(digest);
    }
}
