namespace EdgeGateway.Protocol.Model;

/// <summary>What a reading says of one picture or file; the bytes travel by themselves under the hash.</summary>
/// <param name="Role">What it shows: <c>scene</c>, <c>plate</c>, <c>vehicle</c>, ...</param>
/// <param name="Sha256">SHA-256 of the bytes exactly as received, 64 lower-case hex digits.</param>
/// <param name="Type">Media type, found from the bytes and not from what the device claims.</param>
/// <param name="Bytes">Length in bytes.</param>
/// <param name="Width">Width in pixels, when the picture says so.</param>
/// <param name="Height">Height in pixels, when the picture says so.</param>
/// <param name="Rect">Rectangle of the object in the picture.</param>
/// <param name="Md5">MD5 of the same bytes, 32 lower-case hex digits: the FileHash of GA/T 1400, for systems that know no other. Proof is <paramref name="Sha256"/>.</param>
public sealed record MediaRef(
    string Role, string Sha256, string Type, long Bytes, int? Width = null, int? Height = null, PixelRect? Rect = null, string? Md5 = null);

/// <summary>A rectangle in pixels, origin at the upper left.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Upper edge.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
public sealed record PixelRect(int X, int Y, int Width, int Height);
