using System.Text;

namespace EdgeGateway.Sim.Twins.XrayScanner.Modbus;

/// <summary>The four tables of the controller (xray.md section 3.3), and how numbers stand in their words.</summary>
public sealed class BeltRegisters
{
    public const int BarcodeAt = 20;
    public const int BarcodeWords = 10;

    public bool[] Discrete { get; } = new bool[16];

    public bool[] Coils { get; } = new bool[4];

    public ushort[] Input { get; } = new ushort[BarcodeAt + BarcodeWords];

    public ushort[] Holding { get; } = new ushort[11];

    /// <summary>High word first.</summary>
    public void PutWide(int at, uint value) => (Input[at], Input[at + 1]) = ((ushort)(value >> 16), (ushort)value);

    /// <summary>High word first.</summary>
    public void PutFloat(int at, float value) => PutWide(at, BitConverter.SingleToUInt32Bits(value));

    /// <summary>Low word first: the dose is told the other way round on purpose.</summary>
    public void PutSwappedFloat(int at, float value)
    {
        uint bits = BitConverter.SingleToUInt32Bits(value);
        (Input[at], Input[at + 1]) = ((ushort)bits, (ushort)(bits >> 16));
    }

    /// <summary>Two characters a word, the first in the high byte, padded with NUL.</summary>
    public void PutBarcode(string code)
    {
        var bytes = new byte[2 * BarcodeWords];
        Encoding.ASCII.GetBytes(code.AsSpan(0, Math.Min(code.Length, bytes.Length)), bytes);
        for (int i = 0; i < BarcodeWords; i++)
        {
            Input[BarcodeAt + i] = (ushort)((bytes[2 * i] << 8) | bytes[(2 * i) + 1]);
        }
    }
}
