using System.Buffers.Binary;
using EdgeGateway.Drivers.Transport.Sensors;

namespace EdgeGateway.Tests.Drivers.Transport.Sensors;

/// <summary>
/// Against linux/gpio.h of Linux 6.1, as a C compiler lays it out: <c>sizeof(struct gpio_v2_line_request)</c> 592,
/// <c>offsetof</c> consumer 256, config.flags 288, config.num_attrs 296, config.attrs 320, num_lines 560, fd 588;
/// <c>GPIO_V2_GET_LINE_IOCTL</c> 0xc250b407, <c>GPIO_V2_LINE_GET_VALUES_IOCTL</c> 0xc010b40e. No GPIO chip was at hand.
/// </summary>
public sealed class GpioRequestTests
{
    [Fact]
    public void Numbers_AreThoseOfTheHeader()
    {
        Assert.Equal((592, 16), (GpioRequest.Length, GpioRequest.ValuesLength));
        Assert.Equal((0xC250B407u, 0xC010B40Eu), ((uint)GpioRequest.GetLine, (uint)GpioRequest.GetValues));

        // _IOWR: both directions in the two highest bits, then size, type, number.
        Assert.Equal((uint)GpioRequest.GetLine, (3u << 30) | ((uint)GpioRequest.Length << 16) | (0xB4u << 8) | 0x07u);
        Assert.Equal((uint)GpioRequest.GetValues, (3u << 30) | ((uint)GpioRequest.ValuesLength << 16) | (0xB4u << 8) | 0x0Eu);
    }

    [Fact]
    public void Write_LineWithEverything_PutsEachFieldWhereTheKernelLooks()
    {
        byte[] request = [.. Enumerable.Repeat((byte)0xEE, GpioRequest.Length)];

        GpioRequest.Write(request, new ContactLine { Chip = "gpiochip0", Line = 17, ActiveLow = true, Bias = ContactBias.PullUp, Debounce = TimeSpan.FromMilliseconds(20) });

        var expected = new Dictionary<int, byte[]>
        {
            [0] = [17, 0, 0, 0],
            [256] = [.. "edgegateway"u8],
            [288] = [0x06, 0x01, 0, 0, 0, 0, 0, 0],
            [296] = [1, 0, 0, 0],
            [320] = [3, 0, 0, 0, 0, 0, 0, 0, 0x20, 0x4E, 0, 0],
            [336] = [1, 0, 0, 0, 0, 0, 0, 0],
            [560] = [1, 0, 0, 0],
        };
        byte[] image = new byte[592];
        foreach (var (at, bytes) in expected)
        {
            bytes.CopyTo(image, at);
        }

        Assert.Equal(Convert.ToHexString(image), Convert.ToHexString(request));
    }

    [Theory]
    [InlineData(ContactBias.AsIs, 0x004)]
    [InlineData(ContactBias.PullUp, 0x104)]
    [InlineData(ContactBias.PullDown, 0x204)]
    [InlineData(ContactBias.Disabled, 0x404)]
    public void Write_Bias_IsItsFlag(ContactBias bias, ulong flags)
    {
        byte[] request = new byte[GpioRequest.Length];

        GpioRequest.Write(request, new ContactLine { Chip = "gpiochip0", Bias = bias });

        Assert.Equal(flags, BinaryPrimitives.ReadUInt64LittleEndian(request.AsSpan(288)));
        Assert.Equal(0u, BinaryPrimitives.ReadUInt32LittleEndian(request.AsSpan(296)));
    }

    [Fact]
    public void Values_OfTheOnlyLine_AreAskedByItsMask()
    {
        byte[] values = new byte[16];
        GpioRequest.WriteValues(values);

        Assert.Equal("00000000000000000100000000000000", Convert.ToHexString(values));
        Assert.False(GpioRequest.IsActive(values));
        values[0] = 1;
        Assert.True(GpioRequest.IsActive(values));
        byte[] answered = new byte[592];
        answered[588] = 0x2A;
        Assert.Equal(42, GpioRequest.Descriptor(answered));
    }
}
