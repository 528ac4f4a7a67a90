using EdgeGateway.Protocol.Paths;
using EdgeGateway.Protocol.Model.Parcels;

namespace EdgeGateway.Drivers.XrayScanner;

/// <summary>Where the rectangle of an object stands.</summary>
public sealed record BoxMap
{
    /// <summary>One path to a list of four numbers, or four paths to one each; empty when there are no boxes.</summary>
    public IReadOnlyList<FieldPaths> Sides { get; init; } = [];

    /// <summary>Third and fourth number are width and height; default false, they are right and bottom.</summary>
    public bool IsSize { get; init; }

    /// <summary>Where the numbers end, such as 8192 or 1, when they are a share of the picture; null: they are pixels.</summary>
    public double? Range { get; init; }

    /// <param name="item">The object.</param>
    /// <param name="picture">Size of the picture it lies in, null when not known.</param>
    /// <param name="wrong">True when there is something and it is no rectangle, or cannot be brought to pixels.</param>
    public ParcelBox? Read(BodyNode item, (int Width, int Height)? picture, out bool wrong)
    {
        wrong = false;
        double?[] told = [.. Numbers(item)];
        if (told.All(number => number is null or 0))
        {
            return null;
        }

        wrong = true;
        if (told is not [{ } left, { } top, { } third, { } fourth] || (Range is not null && picture is null))
        {
            return null;
        }

        var box = IsSize ? new ParcelBox(left, top, left + third, top + fourth) : new ParcelBox(left, top, third, fourth);
        wrong = !(box.X1 >= 0 && box.Y1 >= 0 && box.X2 >= box.X1 && box.Y2 >= box.Y1 && box.X2 <= (Range ?? int.MaxValue) && box.Y2 <= (Range ?? int.MaxValue));
        return wrong ? null : InPixels(box, picture);
    }

    private ParcelBox InPixels(ParcelBox box, (int Width, int Height)? picture)
    {
        if (Range is not { } range || picture is not { } size)
        {
            return box;
        }

        double x = size.Width / range;
        double y = size.Height / range;
        return new ParcelBox(Math.Round(box.X1 * x), Math.Round(box.Y1 * y), Math.Round(box.X2 * x), Math.Round(box.Y2 * y));
    }

    private IEnumerable<double?> Numbers(BodyNode item) =>
        Sides is [var list] ? list.Texts(item).Take(5).Select(ParcelNumber.Read) : Sides.Select(side => ParcelNumber.Read(side.Text(item)));
}
