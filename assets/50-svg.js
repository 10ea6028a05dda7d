/* The browser's side of dashboard/components/svg.py: markup of our own figures, put into the page as it is. */
window.regiekompas = {
  Svg: function (props) {
    return window.React.createElement("div", {
      id: props.id,
      className: props.className,
      dangerouslySetInnerHTML: { __html: props.svg || "" },
    });
  },
};
