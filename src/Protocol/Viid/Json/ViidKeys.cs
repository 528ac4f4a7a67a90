using System.Collections.Frozen;

namespace EdgeGateway.Protocol.Viid.Json;

/// <summary>Compares keys as they are spelled in the field: any letter case, zero for the letter O, and known slips (plate-camera.md section 2.6).</summary>
internal static class ViidKeys
{
    private static readonly FrozenDictionary<string, string> s_slips = new Dictionary<string, string>
    {
        ["DrivingStatusCode"] = "DirvingStatusCode",
        ["DisappearTime"] = "DisapperaTime",
        ["IsSuspicious"] = "IsSupicious",
        ["ShotPlaceFullAdress"] = "ShotPlaceFullAddress",
    }.ToFrozenDictionary();

    /// <returns>The other spelling of a name, or null.</returns>
    public static string? Slip(string name) => s_slips.GetValueOrDefault(name);

    /// <param name="key">As on the wire, escapes resolved.</param>
    /// <param name="name">As in the document, ASCII.</param>
    public static bool Same(ReadOnlySpan<byte> key, string name)
    {
        if (key.Length != name.Length)
        {
            return false;
        }

        for (int i = 0; i < key.Length; i++)
        {
            if (Fold(key[i]) != Fold((byte)name[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static byte Fold(byte letter) => letter switch
    {
        (byte)'0' => (byte)'o',
        >= (byte)'A' and <= (byte)'Z' => (byte)(letter | 0x20),
        _ => letter,
    };
}
