using System.Buffers;

namespace EdgeGateway.Protocol.Plates;

/// <summary>GA/T 16.4 vehicle classes: a letter and two digits (plate-camera.md section 2.8).</summary>
public static class VehicleClasses
{
    private static readonly SearchValues<char> s_letters = SearchValues.Create("KHQZDMNTJGBX");

    /// <returns>True for the shape of a class such as <c>K33</c>; not every number is in use.</returns>
    public static bool IsOne(string text) =>
        text is [var letter, var tens, var ones] && s_letters.Contains(letter) && char.IsAsciiDigit(tens) && char.IsAsciiDigit(ones);
}
