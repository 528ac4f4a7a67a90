using System.Buffers.Binary;
using System.Text;

namespace EdgeGateway.Drivers.Transport.Sensors;

/// <summary>
/// The bytes of the GPIO character device, second version of its ABI (linux/gpio.h): <c>struct gpio_v2_line_request</c> for
/// one input line and <c>struct gpio_v2_line_values</c>. All fields have fixed sizes and are aligned by hand in the header, so
/// that 32 and 64 bit, x86 and arm have the same layout; numbers stand in the order of the machine, which is little on both.
/// </summary>
public static class GpioRequest
{
    /// <summary>Size of <c>struct gpio_v2_line_request</c>: 64 offsets, 32 bytes of consumer, 272 of configuration, 32 of the rest.</summary>
    public const int Length = 592;

    /// <summary>Size of <c>struct gpio_v2_line_values</c>: bits and mask.</summary>
    public const int ValuesLength = 16;

    /// <summary><c>GPIO_V2_GET_LINE_IOCTL</c>, <c>_IOWR(0xB4, 0x07, struct gpio_v2_line_request)</c>.</summary>
    public const nuint GetLine = 0xC250_B407;

    /// <summary><c>GPIO_V2_LINE_GET_VALUES_IOCTL</c>, <c>_IOWR(0xB4, 0x0E, struct gpio_v2_line_values)</c>.</summary>
    public const nuint GetValues = 0xC010_B40E;

    public const int ConsumerAt = 256;
    public const int FlagsAt = 288;
    public const int AttributeCountAt = 296;
    public const int FirstAttributeAt = 320;
    public const int LineCountAt = 560;
    public const int DescriptorAt = 588;

    public const ulong ActiveLow = 1UL << 1;
    public const ulong Input = 1UL << 2;
    public const ulong PullUp = 1UL << 8;
    public const ulong PullDown = 1UL << 9;
    public const ulong BiasDisabled = 1UL << 10;

    private const uint DebounceAttribute = 3;

    /// <summary>In <c>struct gpio_v2_line_config_attribute</c>: id, padding, value, then the lines that it is for.</summary>
    private const int AttributeValueAt = 8;
    private const int AttributeMaskAt = 16;

    /// <summary>Asks for one line as input.</summary>
    public static void Write(Span<byte> request, ContactLine line)
    {
        request.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(request, (uint)line.Line);
        Encoding.ASCII.GetBytes("edgegateway", request[ConsumerAt..]);
        BinaryPrimitives.WriteUInt64LittleEndian(request[FlagsAt..], Input | (line.ActiveLow ? ActiveLow : 0) | Bias(line.Bias));
        BinaryPrimitives.WriteUInt32LittleEndian(request[LineCountAt..], 1);
        if (line.Debounce > TimeSpan.Zero)
        {
            var attribute = request[FirstAttributeAt..];
            BinaryPrimitives.WriteUInt32LittleEndian(request[AttributeCountAt..], 1);
            BinaryPrimitives.WriteUInt32LittleEndian(attribute, DebounceAttribute);
            BinaryPrimitives.WriteUInt32LittleEndian(attribute[AttributeValueAt..], (uint)line.Debounce.TotalMicroseconds);
            BinaryPrimitives.WriteUInt64LittleEndian(attribute[AttributeMaskAt..], 1);
        }
    }

    /// <summary>The descriptor of the line, written by the kernel.</summary>
    public static int Descriptor(ReadOnlySpan<byte> request) => BinaryPrimitives.ReadInt32LittleEndian(request[DescriptorAt..]);

    /// <summary>Asks for the value of the only line.</summary>
    public static void WriteValues(Span<byte> values)
    {
        values.Clear();
        BinaryPrimitives.WriteUInt64LittleEndian(values[8..], 1);
    }

    public static bool IsActive(ReadOnlySpan<byte> values) => (BinaryPrimitives.ReadUInt64LittleEndian(values) & 1) != 0;

    private static ulong Bias(ContactBias bias) => bias switch
    {
        ContactBias.PullUp => PullUp,
        ContactBias.PullDown => PullDown,
        ContactBias.Disabled => BiasDisabled,
        _ => 0,
    };
}
